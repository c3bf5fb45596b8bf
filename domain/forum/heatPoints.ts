/** What people do about a post, and what it counts: the more it costs them, the more it says. */
export const heatPoints = { like: 1, comment: 2, favourite: 3 } as const
