import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import type { Author } from '../post'

/**
 * What makes a face lead to its author's page; whoever has left has none.
 * @param label for a face without words of its own
 */
export function leadingTo({ employeeId }: Pick<Author, 'employeeId'>, label?: string) {
  if (employeeId === '') return {}
  return { ...tappable(label), onClick: () => openPage('forum/author', { authorId: employeeId }) }
}
