const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Of a car that has no plate yet. */
const TEMPORARY = '临时牌'
/** Neither I nor O: they read as figures. The last character may say what kind of car it is. */
const PLATE = new RegExp(`^[${PROVINCES}][A-HJ-NP-Z][A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警领港澳临]$`)

/** How a plate is written, for the field that asks for one. */
export const plateHint = '7 位，新能源 8 位；还没上牌就写「临时牌」'

/**
 * A plate as it stands on the car, "沪A·12345", seven characters or a new energy car's eight; or that the car has none
 * yet. Null: it is none. GA 36 says which characters there are.
 */
export function plateOf(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s·•.-]/g, '')
  if (bare === TEMPORARY) return bare
  return PLATE.test(bare) ? `${bare.slice(0, 2)}·${bare.slice(2)}` : null
}
