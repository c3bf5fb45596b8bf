/** What kind of thing an association does together. Apart from the contract, so that the app reads it without zod. */
export const categories = ['sport', 'art', 'family', 'welfare', 'culture'] as const
export type Category = (typeof categories)[number]

export const categoryNames: Record<Category, string> = {
  sport: '运动',
  art: '艺术',
  family: '亲子',
  welfare: '公益',
  culture: '文化',
}
