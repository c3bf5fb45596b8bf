/** One page of the app, and who has something to see on it. */
export interface PageVisit {
  name: string
  openid: string
  path: string
}

export const room = (page: string, query = '') => {
  const [name, file] = page.split('/')
  return `rooms/${name}/pages/${file}/index${query ? `?${query}` : ''}`
}

/** A colleague with something on every page. */
const MEMBER = 'demo-linxiaochuan'

export const visit = (name: string, path: string, openid = MEMBER): PageVisit => ({ name, path, openid })
