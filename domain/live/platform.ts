/** Where a broadcast is shown: by whom else, for we show none ourselves. */
export const platformKinds = {
  channels: { zh: '视频号' },
  web: { zh: '直播网页' },
  miniProgram: { zh: '直播小程序' },
} as const
export type PlatformKind = keyof typeof platformKinds
export const platformKindKeys = Object.keys(platformKinds) as [PlatformKind, ...PlatformKind[]]

export type Platform =
  | { kind: 'channels'; finderUserName: string; feedId: string | null }
  | { kind: 'web'; url: string }
  | { kind: 'miniProgram'; appId: string; path: string }

/**
 * Whether an address lies on one of the hosts that the configuration allows, which are those that WeChat knows as ours
 * (业务域名). `live.example.com` allows itself alone, no name under it.
 */
export function isAllowedAddress(url: string, hosts: readonly string[]): boolean {
  const [, host = ''] = /^https:\/\/([a-z0-9.-]+)(?:[/?#]|$)/.exec(url) ?? []
  return hosts.includes(host)
}

/** The platform as it may be handed out: null where its host is not allowed any more. */
export function allowedPlatform(platform: Platform | null, hosts: readonly string[]): Platform | null {
  if (platform?.kind !== 'web') return platform
  return isAllowedAddress(platform.url, hosts) ? platform : null
}
