// Written by `npm run generate -- states`: a file is a state, with the name of its id.
export { actionMenu } from './action-menu';
export { actionMenuDisabled } from './action-menu-disabled';
export { directoryFailed } from './directory-failed';
export { directoryFailedAgain } from './directory-failed-again';
export { directoryLoading } from './directory-loading';
export { favouritesEmpty } from './favourites-empty';
export { favouritesFailed } from './favourites-failed';
export { freeOnly } from './free-only';
export { keyboardInResults } from './keyboard-in-results';
export { kindFiltered } from './kind-filtered';
export { menuOpenInvitationArrives } from './menu-open-invitation-arrives';
export { searchFailed } from './search-failed';
export { searchNothingFound } from './search-nothing-found';
export { searchResults } from './search-results';
export { searchUnavailable } from './search-unavailable';
export { teamOpen } from './team-open';
export { unavailableFolded } from './unavailable-folded';
