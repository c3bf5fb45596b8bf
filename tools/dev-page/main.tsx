/// <reference lib="dom" />
import { useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Alone } from './Alone'
import { ClockPanel } from './ClockPanel'
import { cloud, type DemoPerson, readCloudUrl } from './cloud'
import { type Face, FacePanel } from './FacePanel'
import { FaultPanel } from './FaultPanel'
import { FunctionLog } from './FunctionLog'
import { Panels } from './Panels'
import { PeoplePanel } from './PeoplePanel'
import { Phone } from './Phone'
import { SentMessages } from './SentMessages'
import { useWindowWidth } from './useWindowWidth'

/** Where the browser build of the mini program reads who is calling. */
const IDENTITY_KEY = 'dev.openid'

/** Whoever has not chosen yet begins as somebody the company does not know. */
const STRANGER = 'demo-stranger'

/** A window that is narrower is a phone itself. */
const DESK_MIN_PX = 720

/** A window that is narrower has no room for a column on each side of the phone. */
const TWO_COLUMNS_MIN_PX = 1100

/** Where it keeps the answers that it shows before newer ones arrive. */
const ANSWERS = 'answers.'

function forgetAnswers(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(ANSWERS)) localStorage.removeItem(key)
}

function DevPage() {
  const width = useWindowWidth()
  const [people, setPeople] = useState<DemoPerson[]>([])
  const [openid, setOpenid] = useState(localStorage.getItem(IDENTITY_KEY) ?? STRANGER)
  const [face, setFace] = useState<Face>({ theme: 'light', isLarge: false, isNarrow: false })
  const [opened, setOpened] = useState(0)
  const [cloudUrl, setCloudUrl] = useState('')
  const reopen = useCallback(() => setOpened(count => count + 1), [])

  const openAfresh = useCallback(() => {
    forgetAnswers()
    reopen()
  }, [reopen])

  useEffect(() => {
    readCloudUrl().then(setCloudUrl, () => undefined)
  }, [])

  useEffect(() => {
    const read = () => cloud.people().then(setPeople, () => undefined)
    void read()
    // Somebody who has just registered appears among the people.
    const timer = setInterval(read, 5_000)
    return () => clearInterval(timer)
  }, [])

  const become = useCallback((next: string) => {
    localStorage.setItem(IDENTITY_KEY, next)
    setOpenid(next)
    setOpened(count => count + 1)
  }, [])

  if (width < DESK_MIN_PX)
    return <Alone people={people} openid={openid} opened={opened} onChoose={become} onTime={reopen} />
  const isNarrow = width < TWO_COLUMNS_MIN_PX
  return (
    <div className={`page ${isNarrow ? 'page--narrow' : ''}`}>
      <Panels
        isNarrow={isNarrow}
        left={
          <>
            <header className="panel__head">
              <div>
                <h1>本机</h1>
                <p className="meta">{cloudUrl.replace('http://', '')} · 示例世界</p>
              </div>
              <span className="badge badge--ok">运行中</span>
            </header>
            <PeoplePanel people={people} openid={openid} onChoose={become} />
            <ClockPanel onChange={reopen} />
            <FaultPanel onOtherWorld={openAfresh} />
            <FacePanel face={face} onChange={setFace} />
          </>
        }
        right={
          <>
            <SentMessages people={people} />
            <FunctionLog people={people} />
          </>
        }
      />
      <main className="stage">
        <Phone face={face} openid={openid} opened={opened} />
      </main>
    </div>
  )
}

localStorage.setItem(IDENTITY_KEY, localStorage.getItem(IDENTITY_KEY) ?? STRANGER)
const root = document.getElementById('root')
if (root) createRoot(root).render(<DevPage />)
