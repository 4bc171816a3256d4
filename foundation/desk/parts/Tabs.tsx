import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabView = {
  readonly key: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

type TabsProps = {
  label: string
  tabs: readonly TabView[]
  open?: string
  onOpen?: (key: string) => void
}

export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(open === undefined ? {} : { selectedKey: open })}
      onSelectionChange={(key) => onOpen?.(String(key))}
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className="tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.key} id={tab.key} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
