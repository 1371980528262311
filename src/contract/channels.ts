/** Names only, so that the sandboxed preload bundles no schemas. Every call answers with a Result. */
export const channels = [
  'app:bootstrap',
  'app:quit',
  'settings:update',
  'library:page',
  'incident:create',
  'incident:open',
  'incident:apply',
  'incident:undo',
  'incident:redo',
  'incident:retry-save',
  'incident:history',
  'incident:remove',
  'sample:open',
  'source:text',
  'document:import',
  'document:choose',
  'report:preview',
  'export:run',
  'bundle:export',
  'document:import-copy',
  'codebook:get',
  'codebook:save',
] as const
export type Channel = (typeof channels)[number]

/** Messages from main to a window. */
export const eventNames = ['incident:changed', 'library:changed', 'save:state', 'menu:command', 'theme:changed'] as const
export type EventName = (typeof eventNames)[number]
