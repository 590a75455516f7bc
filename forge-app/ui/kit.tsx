import Button from '@atlaskit/button/new';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import {
  PlainBanner,
  PlainCheckbox,
  PlainDisclosure,
  PlainField,
  PlainSelect,
  signs,
  type Kit,
  type Tone,
} from '@baton/shared/ui';

const appearances: Readonly<Record<Tone, ThemeAppearance>> = {
  offered: 'new',
  held: 'inprogress',
  'at risk': 'moved',
  breached: 'removed',
  met: 'success',
  paused: 'default',
  'no handoff': 'moved',
  neutral: 'default',
};

/**
 * Jira's own controls. Lists are native ones in Jira's colours: Atlaskit's open a menu that a frame of 300 px cuts off.
 */
export const jiraKit: Kit = {
  Button: ({ label, emphasis, onPress, isBusy = false, isDisabled = false }) => (
    <Button appearance={emphasis} isLoading={isBusy} isDisabled={isDisabled} onClick={onPress}>
      {label}
    </Button>
  ),
  TextField: ({ hasCursor = false, ...field }) => (
    <PlainField field={field}>
      {wiring => (
        <Textfield
          {...wiring}
          name={field.name}
          value={field.value}
          isInvalid={wiring['aria-invalid']}
          autoFocus={hasCursor}
          autoComplete="off"
          onChange={event => field.onChange(event.currentTarget.value)}
        />
      )}
    </PlainField>
  ),
  TextArea: ({ rows, hasCursor = false, ...field }) => (
    <PlainField field={field}>
      {wiring => (
        <TextArea
          {...wiring}
          name={field.name}
          value={field.value}
          minimumRows={rows}
          isInvalid={wiring['aria-invalid']}
          autoFocus={hasCursor}
          onChange={event => field.onChange(event.currentTarget.value)}
        />
      )}
    </PlainField>
  ),
  Select: PlainSelect,
  Checkbox: PlainCheckbox,
  // With whom it is, Jira shows beside the panel's name already.
  Lozenge: ({ text, tone }) =>
    tone === 'held' ? null : (
      <Lozenge appearance={appearances[tone]} maxWidth="100%">
        <span aria-hidden="true">{signs[tone]} </span>
        {text}
      </Lozenge>
    ),
  Banner: PlainBanner,
  Disclosure: PlainDisclosure,
};
