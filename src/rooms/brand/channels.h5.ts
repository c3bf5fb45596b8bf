/** A browser knows no channels, and leads to no other mini program. */
export const canOpenChannels = false

export function openChannelsFilm(): void {}

export async function goToAccount(): Promise<boolean> {
  return false
}
