/** How much a centre says of itself. */
export const centreLimits = {
  lineMax: 60,
  linesMax: 8,
  storyMax: 8,
  galleryMax: 9,
  captionMax: 20,
  addressMax: 60,
} as const
