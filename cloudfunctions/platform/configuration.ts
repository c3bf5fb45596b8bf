/**
 * Whether people may publish. WeChat counts a forum as its own category with a review of its own; one switch of the
 * console, `UGC_ENABLED=false`, closes all of it at once: each function reads its own, see `docs/operations.md`.
 */
export function ugcEnabled(): boolean {
  return process.env.UGC_ENABLED !== 'false'
}

/**
 * Who administers the system while nobody does: an employee number in `FIRST_ADMIN` of the console; null where it is
 * not set. Once somebody holds the role it says nothing any more.
 */
export function firstAdmin(): string | null {
  return process.env.FIRST_ADMIN || null
}

/**
 * The hosts on which pages may lie that we show or lead to: `LIVE_WEB_HOSTS` of the console, names apart by commas, which
 * are those that WeChat knows as ours (业务域名). None where it is not set.
 */
export function webHosts(): string[] {
  return (process.env.LIVE_WEB_HOSTS ?? '')
    .split(',')
    .map(host => host.trim().toLowerCase())
    .filter(host => host !== '')
}
