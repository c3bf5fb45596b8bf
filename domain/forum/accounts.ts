/** So much says what an account is for. */
export const INTRO_CHARACTERS_MAX = 40
/** How far back the page of the accounts counts. */
export const COUNTED_DAYS = 30
/** As many accounts as the company and the union have room for. */
export const ACCOUNTS_MAX = 50
