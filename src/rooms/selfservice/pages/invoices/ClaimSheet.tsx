import { dayOf } from '@domain/kernel/time'
import { claimStateNames, yuanOf } from '@domain/selfservice/reimbursement'
import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { Button } from '@/ui/button/Button'
import { Sheet } from '@/ui/sheet/Sheet'
import { Timeline } from '@/ui/timeline/Timeline'
import { toast } from '@/ui/toast/store'
import { invoiceQueries, sayDay } from '../../claimWords'

type Claim = Output<typeof api.selfservice.listClaims>['claims'][number]

export function Sum({ fen }: { fen: number }) {
  return <View className="t28 bold nowrap">{yuanOf(fen)} 元</View>
}

/** What finance said of an invoice and what I answered, oldest first. */
export function ClaimTrail({ claim: { trail } }: { claim: Claim }) {
  return (
    <View className="invoices__trail">
      <Timeline
        steps={trail.map(({ state, at, note, isAnswer }, index) => ({
          key: `${index}`,
          title: isAnswer ? '你补充了，等财务看' : claimStateNames[state],
          meta: note,
          when: sayDay(dayOf(at)),
          state: index === trail.length - 1 ? 'now' : 'done',
        }))}
      />
    </View>
  )
}

interface ClaimSheetProps {
  claim: Claim | undefined
  onClose: () => void
  onAnswer: (claim: Claim) => void
}

/** One invoice: how much, and how far it has come. */
export function ClaimSheet({ claim, onClose, onAnswer }: ClaimSheetProps) {
  return (
    <Sheet
      open={claim !== undefined}
      title={claim?.subject ?? ''}
      onClose={onClose}
      action={claim?.mayAnswer ? <Button onTap={() => onAnswer(claim)}>补一句原因</Button> : undefined}
    >
      <View className="t12 secondary">发票号码 {claim?.number}</View>
      <Sum fen={claim?.amountFen ?? 0} />
      {claim ? <ClaimTrail claim={claim} /> : null}
    </Sheet>
  )
}

/** The answer to what finance asks, once for each question. */
export function AnswerSheet({ claim, onClose }: { claim: Claim | undefined; onClose: () => void }) {
  const answer = useCommand(api.selfservice.answerClaim, {
    outdates: invoiceQueries,
    onDone: () => {
      onClose()
      toast.show('交给财务了，看过会更新进度')
    },
  })
  return (
    <ReasonSheet
      open={claim !== undefined}
      onClose={onClose}
      title="补一句原因"
      label={claim?.note || '财务想知道为什么'}
      action="交给财务"
      refusal={false}
      note="只有财务看得到，每个问题答一次"
      onSend={words => (claim ? answer.run({ number: claim.number, words }) : undefined)}
    />
  )
}
