/** The shelves of the mall. Apart from the contract, so that the app reads them without zod. */
export const productCategories = ['home', 'travel', 'kids', 'models', 'office'] as const
export type ProductCategory = (typeof productCategories)[number]

export const productCategoryNames: Record<ProductCategory, string> = {
  home: '居家',
  travel: '出行',
  kids: '带娃',
  models: '车模',
  office: '办公',
}
