/** How the numbers of each payment network begin, and how many digits they have. */
const networks: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^6(?:011|5\d{2}|4[4-9]\d)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
];

/** How cards and people group the digits; another grouping is another number. */
const grouping = /^(?:\d+|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5})$/;

/** The check digit of ISO/IEC 7812: every second digit from the right counts double. */
const isChecked = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (1 + (index % 2));
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** Whether digits, in one piece or grouped by spaces or hyphens, are the number of a payment card. */
export function isCardNumber(number: string): boolean {
  if (!grouping.test(number)) return false;
  const digits = number.replace(/\D/g, '');
  return networks.some(network => network.test(digits)) && isChecked(digits);
}
