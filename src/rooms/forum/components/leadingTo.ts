import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import type { Author } from '../post'

/** What makes a face lead to its author's page; whoever has left has none. */
export function leadingTo({ employeeId, name }: Pick<Author, 'employeeId' | 'name'>) {
  if (employeeId === '') return {}
  return { ...tappable(`${name}的主页`), onClick: () => openPage('forum/author', { authorId: employeeId }) }
}
