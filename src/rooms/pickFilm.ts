import { filmBytesMax } from '@domain/kernel/films'
import { uploadFilm, uploadImage } from '@/api'
import { toast } from '@/ui/toast/store'
import { chooseFilm } from './chooseFilm'

export interface PickedFilm {
  fileId: string
  seconds: number
  /** A picture of its beginning, uploaded as well. */
  posterFileId: string | undefined
}

/** Chooses and uploads a film; what fails says so. @returns undefined when nothing was uploaded */
export async function pickFilm(): Promise<PickedFilm | undefined> {
  const film = await chooseFilm()
  if (!film) return undefined
  if (film.bytes > filmBytesMax) {
    toast.show('影片超过 50 MB，剪短一点再选')
    return undefined
  }
  toast.show('正在上传影片')
  try {
    const [fileId, posterFileId] = await Promise.all([
      uploadFilm(film.path),
      film.posterPath ? uploadImage(film.posterPath) : undefined,
    ])
    toast.show('影片传好了')
    return { fileId, seconds: film.seconds, posterFileId }
  } catch {
    toast.show('影片没有传上去，看看网络，再试一次')
    return undefined
  }
}
