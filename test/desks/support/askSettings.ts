import type { SettingsAnswer } from '../../../shared/src';
import { storyCast } from '../../../scripts/workbench/cast';
import type { FreshserviceDesk } from '../../../scripts/workbench/freshservice';
import type { JiraDesk } from '../../../scripts/workbench/jira';
import type { TestDesk } from './desks';

/** Asks the app's settings door as that person. */
export async function askSettings({ desk }: TestDesk, person: string, asked: object): Promise<SettingsAnswer> {
  const { jiraAccountId = '', freshserviceAgentId } = storyCast.people.find(({ id }) => id === person) ?? {};
  const request = { ...asked, viewer: { timeZone: 'UTC', person: String(freshserviceAgentId) } };
  if (desk.name === 'freshservice') {
    const { response } = await (desk as FreshserviceDesk).host.callServerMethod('settings', { request }, 'settings');
    return response as SettingsAnswer;
  }
  const call = { moduleKey: 'baton-admin', functionKey: 'settings', payload: request, action: 'settings' };
  const extension = { type: 'jira:adminPage' };
  return (await (desk as JiraDesk).host.invoke({ ...call, accountId: jiraAccountId, extension })) as SettingsAnswer;
}
