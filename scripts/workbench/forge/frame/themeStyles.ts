async function makeThemeStyles(): Promise<string> {
  const [{ setBooleanFeatureFlagResolver }, { default: getThemeStyles }] = await Promise.all([
    import('@atlaskit/platform-feature-flags'),
    import('@atlaskit/tokens/get-theme-styles'),
  ]);
  setBooleanFeatureFlagResolver(() => false);
  const themes = await getThemeStyles({ colorMode: 'auto' });
  return themes.map(({ css }) => css).join('\n');
}

let made: Promise<string> | undefined;

/** The design tokens' own stylesheet, light and dark, as the product injects it once an app enables theming. */
export const themeStyles = (): Promise<string> => (made ??= makeThemeStyles());

/** What `data-theme` says for every colour mode. */
export const THEME_NAMES = 'dark:dark light:light shape:shape spacing:spacing typography:typography motion:motion';
