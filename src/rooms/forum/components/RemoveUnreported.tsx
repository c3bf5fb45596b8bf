import { api, useLast, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { RemoveSheet, type RemoveSheetProps } from './RemoveSheet'

interface RemoveUnreportedProps extends Omit<RemoveSheetProps, 'removal' | 'waiting' | 'open'> {
  /** What is about to be removed; undefined: nothing. */
  id: string | undefined
}

/** The same sheet where a moderator has met the thing by themselves: what it means is asked for first. */
export function RemoveUnreported({ id, ...sheet }: RemoveUnreportedProps) {
  const open = id !== undefined
  // Kept while the sheet slides out.
  const shown = useLast(id) ?? ''
  const query = useQueryOf(
    api.forum.openRemoval,
    { kind: sheet.kind, id: shown },
    { enabled: open, staleMs: 0, kept: false },
  )
  const waiting = query.isError ? (
    <Button kind="secondary" block icon="refresh" onTap={query.refetch}>
      没能算出来，再试一次
    </Button>
  ) : (
    <SkeletonRows count={4} leadPx={0} />
  )
  return <RemoveSheet {...sheet} key={shown} open={open} removal={query.data} waiting={waiting} />
}
