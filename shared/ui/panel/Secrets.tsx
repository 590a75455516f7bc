import type { FormFields } from '../../src/panel/protocol';
import { likelySecret } from '../../src/panel/secrets';
import type { FormView } from '../../src/panel/view';
import { askedKeys, valueOf, viewOf } from './formFields';

interface SecretsProps {
  readonly form: FormView;
  readonly fields: FormFields;
}

/** Which fields look as if they held a secret, beside the button that sends them: a field above may be out of sight. */
export function Secrets({ form, fields }: SecretsProps) {
  const held = askedKeys(form, fields).filter(key => likelySecret(valueOf(fields, key)) !== undefined);
  if (held.length === 0) return null;
  return <p className="baton-warning">Looks like a secret: {held.map(key => viewOf(form, key).label).join(', ')}</p>;
}
