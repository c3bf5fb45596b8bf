/** How long a ticket is open already, by the calendar; the last has no end. */
export const openAges = [
  { name: '不到 1 天', untilDays: 1 },
  { name: '1 到 3 天', untilDays: 3 },
  { name: '3 到 7 天', untilDays: 7 },
  { name: '7 天以上', untilDays: Number.POSITIVE_INFINITY },
] as const
