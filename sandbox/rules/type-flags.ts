/** The switches of a smart process. All are N in a new one, but that everyone may use it. */
export const flagNames = [
  'isCategoriesEnabled',
  'isStagesEnabled',
  'isBeginCloseDatesEnabled',
  'isClientEnabled',
  'isUseInUserfieldEnabled',
  'isLinkWithProductsEnabled',
  'isMycompanyEnabled',
  'isDocumentsEnabled',
  'isSourceEnabled',
  'isObserversEnabled',
  'isRecyclebinEnabled',
  'isAutomationEnabled',
  'isBizProcEnabled',
  'isSetOpenPermissions',
  'isPaymentsEnabled',
  'isCountersEnabled',
]

export const typeFlags = (value: 'Y' | 'N'): Record<string, 'Y' | 'N'> =>
  Object.fromEntries(flagNames.map((name) => [name, name === 'isSetOpenPermissions' ? 'Y' : value]))
