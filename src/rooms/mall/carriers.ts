/** Those that most parcels go with, and the number that each answers in all of China. */
const hotlines: Readonly<Record<string, string>> = {
  顺丰速运: '95338',
  京东快递: '950616',
  中通快递: '95311',
  圆通速递: '95554',
  EMS: '11183',
}

export const carriers: readonly string[] = Object.keys(hotlines)

/** Whom to call about a parcel; undefined of a carrier that was written in by hand. */
export const hotlineOf = (carrier: string): string | undefined =>
  carriers.includes(carrier) ? hotlines[carrier] : undefined
