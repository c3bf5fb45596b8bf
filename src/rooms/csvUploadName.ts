/** Where functions look for files of a kind, and nowhere else. */
export type CsvFolder = 'rosters' | 'claims' | 'uploads'

/** A file that lies in the cloud's storage, and what whoever picked it calls it. */
export interface CsvUpload {
  fileId: string
  fileName: string
}

/** Contracts take names of at most this many characters; the end tells files apart. */
const fileNameMax = 80

export const shortName = (name: string): string => [...name].slice(-fileNameMax).join('')
