import { accounts, films } from './store'

/** How many films and how many official accounts are shown. Two requests. */
export async function shownCounted(): Promise<{ films: number; accounts: number }> {
  const [shownFilms, shownAccounts] = await Promise.all([
    films.count({ shown: true }),
    accounts.count({ shown: true }),
  ])
  return { films: shownFilms, accounts: shownAccounts }
}
