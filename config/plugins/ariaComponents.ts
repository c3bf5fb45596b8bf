/** What the interface says to a screen reader, by component, in the names WeChat reads. */
const spoken = { 'aria-label': "''", 'aria-hidden': '!1', 'aria-role': "''" }

export const ariaComponents = {
  View: {
    ...spoken,
    'aria-checked': "''",
    'aria-selected': "''",
    'aria-pressed': "''",
    'aria-busy': '!1',
    'aria-disabled': '!1',
    'aria-live': "''",
    'aria-modal': '!1',
  },
  Image: spoken,
  Input: { 'aria-label': "''" },
  Textarea: { 'aria-label': "''" },
}
