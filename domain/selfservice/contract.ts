import { shuttle } from './shuttleContract'
import { shuttleDesk } from './shuttleDeskContract'

/** What an employee sees to alone, each noun with a contract of its own. */
export const selfservice = { ...shuttle, ...shuttleDesk }
