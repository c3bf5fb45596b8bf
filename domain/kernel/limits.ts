/** Limits that both the forms and the server read. Text is counted in characters. */
export const limits = {
  titleMax: 40,
  bodyMax: 2_000,
  commentMax: 500,
  postImagesMax: 9,
  uploadsMax: 20,
  imageBytesMax: 10 * 1024 * 1024,
  reasonMin: 2,
  reasonMax: 200,
  nameMax: 20,
  addressMax: 120,
  pageSize: 20,
  decisionsMax: 20,
  quantityMax: 9,
} as const
