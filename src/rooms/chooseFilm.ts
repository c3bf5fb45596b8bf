import Taro from '@tarojs/taro'
import type { ChosenFilm } from './chosenFilm'

/** Lets the person choose a film of their phone, which WeChat makes smaller. @returns undefined if they left it */
export async function chooseFilm(): Promise<ChosenFilm | undefined> {
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['video'],
    sourceType: ['album'],
    sizeType: ['compressed'],
  }).catch(() => undefined)
  const film = chosen?.tempFiles[0]
  if (!film) return undefined
  const { tempFilePath, size, duration, thumbTempFilePath } = film
  return {
    path: tempFilePath,
    bytes: size,
    seconds: Math.round(duration),
    posterPath: thumbTempFilePath || undefined,
  }
}
