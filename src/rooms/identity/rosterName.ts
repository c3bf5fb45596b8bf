/** A roster that lies in the cloud's storage, and what HR calls it. */
export interface RosterFile {
  fileId: string
  fileName: string
}

/** The contract takes names of at most this many characters; the end tells files apart. */
const fileNameMax = 80

export const shortName = (name: string): string => [...name].slice(-fileNameMax).join('')
