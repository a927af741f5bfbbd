/** Whether the app was opened from the home screen; Safari says it in its own way. */
export function isInstalled(): boolean {
  const { standalone } = navigator as Navigator & { standalone?: boolean };
  return standalone === true || matchMedia('(display-mode: standalone)').matches;
}

/** Also an iPad, which calls itself a Mac but has a touch screen. */
export function isIos(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent) || isTouchMac();
}

function isTouchMac(): boolean {
  return navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1;
}
