/**
 * Whether people may publish. WeChat counts a forum as its own category with a review of its own; one switch of the
 * console, `UGC_ENABLED=false`, closes all of it at once.
 */
export function ugcEnabled(): boolean {
  return process.env.UGC_ENABLED !== 'false'
}
