/*
 * Crayons 4 has one palette, and its fields are white whatever the page is. This sheet gives what is inside its elements the
 * colours of the page, which reach it as custom properties.
 */
const rules = `
  input, textarea, .input-container-inner, .textarea-container-inner textarea:is(:hover, :focus, *) {
    background-color: var(--baton-field) !important;
    color: var(--baton-text) !important;
    font-weight: 400 !important;
  }
  .input-container-inner:not(:focus-within):not(.error), .textarea-container-inner:not(.error) textarea:not(:focus) {
    border-color: var(--baton-field-line) !important;
  }
  textarea { display: block !important; }
  .textarea-container-inner.error textarea:focus { box-shadow: 0 0 0 2px var(--baton-focus) !important; }
  .field-control-error-text::before, .field-control-warning-text::before { content: '\\26A0\\FE0E  '; }
  .fw-btn { white-space: normal !important; height: auto !important; min-height: 32px !important; align-items: center !important; }
  .fw-btn--label { white-space: normal !important; }
  .fw-btn:focus-visible { box-shadow: 0 0 0 2px var(--baton-field), 0 0 0 4px var(--baton-focus) !important; }
  @media (prefers-color-scheme: dark) {
    .fw-btn--primary { background: var(--baton-primary) !important; border-color: var(--baton-primary) !important; color: var(--baton-on-primary) !important; }
    .fw-btn--primary:hover { filter: brightness(1.1); }
    .fw-btn--secondary { background: var(--baton-secondary) !important; border-color: var(--baton-field-line) !important; color: var(--baton-text) !important; }
    .fw-btn--text { color: var(--baton-text) !important; }
    .fw-btn--text:hover { background: var(--baton-secondary) !important; }
    .fw-btn:disabled { opacity: 0.6; }
  }
`;

let sheet: CSSStyleSheet | undefined;

/** Colours the inside of a Crayons element; it keeps its own look where the browser cannot share sheets. */
export function ink(element: HTMLElement | null): void {
  const inside = element?.shadowRoot;
  if (!inside || !('adoptedStyleSheets' in inside)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  if (!inside.adoptedStyleSheets.includes(sheet)) inside.adoptedStyleSheets = [...inside.adoptedStyleSheets, sheet];
}
