/** Limits that both the forms and the server read; apart from the rules, which know the calendar of working days. */
export const ticketLimits = {
  imagesMax: 6,
  messagesMax: 200,
  bodyMax: 500,
  ratingWordsMax: 200,
  batchMax: 20,
} as const
