const sheet = JSON.parse(document.getElementById('sheet').textContent);
const dialog = document.querySelector('dialog');
const form = document.querySelector('form');
const items = sheet.states.flatMap(showState);
/** Which of the items is large. */
let current;

document.querySelector('.made').textContent =
  sheet.against === undefined ? sheet.made : `${sheet.made} – beside ${sheet.against}`;
addFilter('Theme', 'theme', valuesOf('theme'));
addFilter('Width', 'width', valuesOf('width'));
addFilter('Direction', 'dir', valuesOf('dir'));
addFilter('Language', 'locale', valuesOf('locale'));
if (sheet.against !== undefined) addFilter('Show', 'only', ['differences']);
filter();

form.addEventListener('input', filter);
form.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', onKey);
dialog.querySelector('.close').addEventListener('click', () => dialog.close());
dialog.querySelector('.previous').addEventListener('click', () => move(-1));
dialog.querySelector('.next').addEventListener('click', () => move(1));
dialog.addEventListener('close', () => current.button.focus());

function showState(state) {
  const section = copyOf('state');
  section.querySelector('h2').textContent = state.title;
  const link = section.querySelector('a');
  link.textContent = state.id;
  link.href = `${sheet.origin}/?at=${state.id}`;
  section.querySelector('.about span').textContent = state.description;
  document.querySelector('main').append(section);
  const shots = sheet.shots.filter(({ situation }) => situation === state.id);
  return shots.map((shot) => showPicture(state, shot, section));
}

function showPicture(state, shot, section) {
  const item = copyOf('picture');
  const button = item.querySelector('button');
  const { theme, width, locale } = shot;
  const name = `${theme} · ${width} · ${locale}`;
  item.querySelector('.look').textContent = name;
  item.querySelector('.difference').textContent = toldOf(shot.difference);
  const image = item.querySelector('img');
  const words = [state.id, state.title, state.description].join(' ').toLowerCase();
  const shown = { state, shot, section, item, button, name, words };
  if (shot.failed === undefined) {
    image.src = `pictures/${shot.file}`;
    image.alt = `${state.title}, ${name}`;
    image.width = shot.width;
    image.height = shot.height;
    image.style.inlineSize = 'auto';
    button.addEventListener('click', () => enlarge(shown));
  } else {
    button.disabled = true;
    image.replaceWith(Object.assign(document.createElement('p'), { className: 'failed', textContent: shot.failed }));
  }
  section.querySelector('ul').append(item);
  return shown;
}

function toldOf(difference) {
  if (difference === undefined || difference.is === 'same') return '';
  return difference.is === 'new' ? 'new' : `${difference.pixels.toLocaleString('en')} pixels differ`;
}

function valuesOf(key) {
  return [...new Set(sheet.shots.map((shot) => String(shot[key])))];
}

/** One value alone leaves nothing to choose. */
function addFilter(title, name, values) {
  if (values.length < 2 && name !== 'only') return;
  const fieldset = copyOf('filter');
  fieldset.querySelector('legend').textContent = title;
  for (const value of values) {
    const chip = Object.assign(document.createElement('label'), { className: 'chip' });
    chip.append(
      Object.assign(document.createElement('input'), { type: 'checkbox', name, value, checked: true }),
      value,
    );
    fieldset.append(chip);
  }
  form.append(fieldset);
}

function filter() {
  const asked = new FormData(form);
  const words = asked.get('text').toLowerCase().split(/\s+/);
  const onlyDifferences = asked.has('only');
  for (const { shot, item, words: own } of items) {
    const fits = ['theme', 'width', 'dir', 'locale'].every(
      (key) => form.elements[key] === undefined || asked.getAll(key).includes(String(shot[key])),
    );
    const differs = shot.difference !== undefined && shot.difference.is !== 'same';
    item.hidden = !(fits && words.every((word) => own.includes(word)) && (!onlyDifferences || differs));
  }
  for (const section of document.querySelectorAll('.state'))
    section.hidden = section.querySelector('li:not([hidden])') === null;
  const shown = visible().length;
  document.querySelector('.count').textContent = `${shown} of ${items.length} pictures`;
}

function visible() {
  return items.filter(({ item, shot }) => !item.hidden && shot.failed === undefined);
}

function enlarge(shown) {
  current = shown;
  const { state, shot, name } = shown;
  dialog.querySelector('h2').textContent = `${state.title} – ${name}`;
  dialog.querySelector('.open').href = `${sheet.origin}${shot.address}`;
  dialog.querySelector('.large').replaceChildren(...picturesOf(shot).map(figure));
  if (!dialog.open) dialog.showModal();
}

function picturesOf({ file, difference }) {
  const now = [`pictures/${file}`, difference === undefined ? '' : 'Now'];
  if (difference?.is !== 'different') return [now];
  return [[`before/${file}`, 'Before'], now, [`differences/${file}`, toldOf(difference)]];
}

function figure([source, caption]) {
  const element = document.createElement('figure');
  if (caption !== '') element.append(Object.assign(document.createElement('figcaption'), { textContent: caption }));
  element.append(Object.assign(document.createElement('img'), { src: source, alt: caption }));
  return element;
}

function move(by) {
  const shown = visible();
  const next = shown[(shown.indexOf(current) + by + shown.length) % shown.length];
  if (next !== undefined) enlarge(next);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (dialog.open && event.key === 'ArrowLeft') move(-1);
  if (dialog.open && event.key === 'ArrowRight') move(1);
  if (event.key === '/' && !dialog.open && event.target.type !== 'search') {
    event.preventDefault();
    form.elements.text.focus();
  }
}

function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
