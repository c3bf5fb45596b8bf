import { Card } from '../card/Card'
import { ListRow } from '../listRow/ListRow'
import { Sheet } from '../sheet/Sheet'
import type { BlockDraft } from './blockDraft'

type Linkable = Omit<Extract<BlockDraft, { kind: 'link' }>, 'kind'>

interface LinkSheetProps {
  open: boolean
  linkables: readonly Linkable[]
  onClose: () => void
  onChoose: (link: Linkable) => void
}

/** The pages of ours that words may lead to. */
export function LinkSheet({ open, linkables, onClose, onChoose }: LinkSheetProps) {
  return (
    <Sheet open={open} title="链接到哪里" onClose={onClose} note="链接上的字，加上以后可以改">
      <Card padding="none">
        {linkables.map(({ title, to }) => (
          <ListRow
            key={`${to.kind} ${to.id}`}
            lead={to.kind === 'event' ? 'cal' : 'people'}
            title={title}
            chevron={false}
            onTap={() => onChoose({ title, to })}
          />
        ))}
      </Card>
    </Sheet>
  )
}
