import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { type ApiError, api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { goToField } from '@/rooms/goToField'
import { backOr } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { deskQueries } from '../../outdated'
import { type CentreDraft, draftOf, shortestOf, toCentre } from './centreDraft'
import './centreEdit.scss'
import { type CentreProblem, centreProblems, sayProblem } from './centreProblems'
import { FilmFields } from './FilmSheet'
import { HolidayFields, SpecialFields, WeekFields } from './HoursFields'
import { KindFields } from './KindFields'
import { GalleryFields, StoryFields } from './PictureFields'
import { TextFields, WayFields } from './TextFields'

type Opened = Output<typeof api.booking.openCentreForm>

/** What the cloud has refused, at the inputs that it names. */
function refusedIn(error: ApiError | undefined): CentreProblem[] {
  return error?.fields.map(at => ({ at, words: error.message })) ?? []
}

/** The whole form; it stays on this phone until it is saved. */
function CentreForm({ centre, now }: Opened) {
  const { centreId } = centre
  // What is written goes over the version that it was written over, and over no later one.
  const [version] = useState(centre.version)
  const [first] = useState(() => draftOf(centre))
  const { draft, change, drop } = useDraft(`booking.centre.${centreId}.${version}`, first)
  const [tried, setTried] = useState(false)
  const edit = useCommand(api.booking.editCentre, {
    outdates: [...deskQueries, api.booking.openCentreForm],
    onDone: ({ outside }) => {
      drop()
      void backOr('booking/desk')
      toast.show(
        outside > 0 ? `存好了。有 ${outside} 个预约在新的时间之外，它们照旧` : '存好了，以后的时段照新的来',
      )
    },
    onError: ({ fields: [field] }) => {
      if (field === undefined) return false
      goToField(field)
      return true
    },
  })
  const own = centreProblems(draft)
  const problems = tried && own.length > 0 ? own : refusedIn(edit.error)
  const [problem] = problems
  const save = () => {
    setTried(true)
    const [wrong] = own
    return wrong === undefined ? edit.run(toCentre({ centreId, version }, draft)) : goToField(wrong.at)
  }
  const write = (part: Partial<CentreDraft>) => {
    if (edit.error) edit.forgetError()
    change(part)
  }
  const fields = { draft, change: write, slotMinutes: shortestOf(draft), today: dayOf(now), problems }
  return (
    <>
      <View className="pad column gap-12">
        <View className="t20 bold">{centre.name}</View>
        <TextFields {...fields} />
        <FilmFields centre={centre} />
        <GalleryFields {...fields} />
        <StoryFields {...fields} />
        <KindFields {...fields} centre={centre} />
        <WayFields {...fields} />
        <WeekFields {...fields} />
        <HolidayFields {...fields} />
        <SpecialFields {...fields} />
      </View>
      <BottomBar consequence={problem ? sayProblem(problem) : '已经约了的照旧，改的是以后的时段'}>
        <Button onTap={save}>保存</Button>
      </BottomBar>
    </>
  )
}

/** Everything a centre shows and offers, for whoever runs it. */
export default function CentreEditPage() {
  const { centreId = '' } = usePageParams()
  const query = useQueryOf(api.booking.openCentreForm, { centreId }, { staleMs: 0, kept: false })
  return (
    <Screen
      column
      ownBar
      nav={<Nav title="介绍与开放时间" close />}
      side={<DeskMenu here="booking/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {opened => <CentreForm {...opened} />}
    </Screen>
  )
}
