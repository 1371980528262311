import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#contract/bridge.ts'
import { channels, eventNames } from '#contract/channels.ts'

const knownChannels = new Set<string>(channels)
const knownEvents = new Set<string>(eventNames)

// All that a page can reach of the program: named calls and named events. Neither ipcRenderer nor an event object crosses.
const bridge: Bridge = {
  call(channel, input) {
    if (!knownChannels.has(channel)) return Promise.reject(new Error(`unknown channel ${channel}`))
    return ipcRenderer.invoke(channel, input)
  },
  on(name, listener) {
    if (!knownEvents.has(name)) throw new Error(`unknown event ${name}`)
    const forward = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => void ipcRenderer.off(name, forward)
  },
}

contextBridge.exposeInMainWorld('api', Object.freeze(bridge))
