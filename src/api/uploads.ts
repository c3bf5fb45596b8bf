import { limits } from '@domain/kernel/limits'
import { slicesOf } from '@domain/kernel/slices'
import { call } from './call'
import { api, type Input } from './reference'
import { endOf, putFile } from './transport'

type Folder = NonNullable<Input<typeof api.identity.announceUploads>['folder']>

interface Waiting {
  end: string
  take: (path: string) => void
  fail: (error: unknown) => void
}

/** What is about to be uploaded and has no place yet, by folder. */
const waiting = new Map<Folder, Waiting[]>()

async function announce(folder: Folder): Promise<void> {
  const asked = waiting.get(folder) ?? []
  waiting.delete(folder)
  for (const some of slicesOf(asked, limits.uploadsMax)) {
    try {
      const { paths } = await call(api.identity.announceUploads, { folder, ends: some.map(({ end }) => end) })
      some.forEach(({ take }, index) => {
        take(paths[index] ?? '')
      })
    } catch (error) {
      for (const { fail } of some) fail(error)
    }
  }
}

/**
 * Where a file shall lie. It is said before it is uploaded, so that the cloud knows of it also where no call ever comes
 * with it; what is chosen together is said in one call.
 * @param named what its name ends in, without the dot
 * @throws ApiError as `call`
 */
export function uploadPlace(named: string, folder: Folder = 'uploads'): Promise<string> {
  // A chat's file may be called anything: that it is of no kind that fits, whoever looks at it says.
  const end = /^[a-z0-9]{1,5}$/.test(named) ? named : 'bin'
  return new Promise((take, fail) => {
    const others = waiting.get(folder)
    if (others) {
      others.push({ end, take, fail })
      return
    }
    waiting.set(folder, [{ end, take, fail }])
    setTimeout(() => void announce(folder), 0)
  })
}

/**
 * Puts a chosen picture into the cloud's storage.
 * @returns its file id
 * @throws ApiError UPLOAD_FAILED, or as `call`
 */
export async function uploadImage(tempPath: string): Promise<string> {
  return putFile(await uploadPlace(await endOf(tempPath)), tempPath)
}

/** The same for a film, which WeChat hands over as MP4. @throws ApiError UPLOAD_FAILED, or as `call` */
export async function uploadFilm(tempPath: string): Promise<string> {
  return putFile(await uploadPlace('mp4'), tempPath)
}
