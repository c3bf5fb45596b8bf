import type { ArticleState } from '@domain/content/article'
import { create } from 'zustand'

/** Which articles the newsroom shows: what waits first, then those among which one's last article lies. */
export const useNewsroomTab = create<{ tab: ArticleState }>(() => ({ tab: 'review' }))

export const showInNewsroom = (tab: ArticleState): void => useNewsroomTab.setState({ tab })
