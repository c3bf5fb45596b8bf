/// <reference lib="dom" />
import type { ChosenFilm } from './chosenFilm'

/** How long a film lasts, by the browser's own player; 0 for what it can't play. */
function secondsOf(path: string): Promise<number> {
  return new Promise(resolve => {
    const player = document.createElement('video')
    player.preload = 'metadata'
    player.addEventListener('loadedmetadata', () =>
      resolve(Number.isFinite(player.duration) ? Math.round(player.duration) : 0),
    )
    player.addEventListener('error', () => resolve(0))
    player.src = path
  })
}

/** The browser's own file dialog; undefined if it was closed without a choice. */
export async function chooseFilm(): Promise<ChosenFilm | undefined> {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'video/mp4' })
  const file = await new Promise<File | undefined>(resolve => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  if (!file) return undefined
  const path = URL.createObjectURL(file)
  return { path, bytes: file.size, seconds: await secondsOf(path), posterPath: undefined }
}
