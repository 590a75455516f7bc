import { useKit } from '../../kit';

interface ZoneFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** Every zone this browser knows, and the one that stands in the text even where it does not. */
const zones = (value: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', ...known, ...(value === '' ? [] : [value])])].sort();
};

/** An IANA zone, chosen by typing its first letters. */
export function ZoneField({ name, label, value, onChange }: ZoneFieldProps) {
  const { Select } = useKit();
  const choices = zones(value).map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return <Select name={name} label={label} value={value} choices={choices} onChange={onChange} />;
}
