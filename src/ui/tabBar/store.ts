import { create } from 'zustand'

export interface TabBarState {
  /**
   * 管理 is there for those with a back-office role; undefined while that is not known, which its own page takes for yes.
   * The page still guards itself; the server decides.
   */
  showAdmin: boolean | undefined
  /** What waits for this person in 管理. 0 draws no badge. */
  adminCount: number
  /** Open sheets: the bar steps aside, since WeChat draws it above the page. */
  openSheets: number
}

/** One store for every instance of the bar: WeChat makes one a tab. Write it with `setState`. */
export const useTabBar = create<TabBarState>(() => ({ showAdmin: undefined, adminCount: 0, openSheets: 0 }))
