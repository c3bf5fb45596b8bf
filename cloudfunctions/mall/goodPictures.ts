import type { GoodInput } from '@domain/mall/goodsContract'
import { copyPictures } from '@platform/pictures'

/** Where pictures of goods lie: no client writes there. */
const FOLDER = 'goods'

const unfitting = { missing: 'MALL_PICTURE_MISSING', unfit: 'MALL_PICTURE_UNFIT', folder: FOLDER } as const

/** Whether a picture is a good's own copy. */
export const isGoodPicture = (fileId: string): boolean => new RegExp(`^cloud://[^/]+/${FOLDER}/`).test(fileId)

/** A good with its own copies in the place of what was chosen, also where a kind shows one of them. */
export function withPictures(chosen: GoodInput, pictures: string[]): GoodInput {
  const copyOf = (picture: string) => pictures[chosen.pictures.indexOf(picture)] ?? null
  const variants = chosen.variants.map(variant =>
    variant.picture ? { ...variant, picture: copyOf(variant.picture) } : variant,
  )
  return { ...chosen, pictures, variants }
}

/**
 * Copies what a keeper has uploaded to where nobody can replace it; pictures that lie there already stay, as do those
 * that the good has.
 * @returns the pictures in their order, those of them that are new, and what these were copied from
 * @throws Refusal MALL_PICTURE_MISSING, MALL_PICTURE_UNFIT
 */
export function takeGoodPictures(chosen: readonly string[], had: readonly string[] = []) {
  const isKept = (fileId: string) => isGoodPicture(fileId) || had.includes(fileId)
  return copyPictures(chosen, { ...unfitting, isKept })
}
