/** What the interface says to a screen reader, by component, in the names WeChat reads. Absent: no such state. */
const spoken = { 'aria-label': "''", 'aria-hidden': "'false'", 'aria-role': "''" }

export const ariaComponents = {
  View: {
    ...spoken,
    'aria-checked': "''",
    'aria-selected': "''",
    'aria-pressed': "''",
    'aria-expanded': "''",
    'aria-level': "''",
    'aria-valuenow': "''",
    'aria-valuemin': "''",
    'aria-valuemax': "''",
    'aria-busy': "'false'",
    'aria-disabled': "'false'",
    'aria-live': "''",
    'aria-modal': "'false'",
  },
  Image: spoken,
  Input: { 'aria-label': "''" },
  Textarea: { 'aria-label': "''" },
}
