//! The ways to paint a window, and in which order they are tried.
//!
//! wgpu comes first: on Windows without a graphics driver, and in most remote sessions, OpenGL is
//! too old for glow, while wgpu finds the system's software adapter. glow is for the computers
//! where wgpu finds nothing.

use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
use eframe::wgpu;
use std::sync::Arc;

/// Which renderer the person asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Renderer {
    /// Each in turn, until one works.
    #[default]
    Auto,
    /// wgpu on the graphics card that needs the least power.
    Wgpu,
    /// wgpu on an adapter that is a program.
    Software,
    /// OpenGL.
    Glow,
}

impl Renderer {
    /// The renderer with this name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Auto, Self::Wgpu, Self::Software, Self::Glow].into_iter().find(|one| one.name() == name)
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Wgpu => "wgpu",
            Self::Software => "software",
            Self::Glow => "glow",
        }
    }

    /// What is tried, in order.
    pub(super) fn attempts(self) -> &'static [Renderer] {
        match self {
            Self::Auto => &[Self::Wgpu, Self::Software, Self::Glow],
            Self::Wgpu => &[Self::Wgpu],
            Self::Software => &[Self::Software],
            Self::Glow => &[Self::Glow],
        }
    }

    /// eframe's options for one attempt.
    pub(super) fn native_options(self) -> eframe::NativeOptions {
        let mut options = eframe::NativeOptions::default();
        match self {
            Self::Glow => options.renderer = eframe::Renderer::Glow,
            Self::Auto | Self::Wgpu | Self::Software => {
                options.renderer = eframe::Renderer::Wgpu;
                let surface = options.wgpu_options.surface;
                let wgpu_setup = WgpuSetup::CreateNew(setup(self == Self::Software));
                options.wgpu_options = WgpuConfiguration { surface, wgpu_setup, ..WgpuConfiguration::default() };
            }
        }
        options
    }
}

fn setup(software: bool) -> WgpuSetupCreateNew {
    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.power_preference = wgpu::PowerPreference::LowPower;
    if software {
        setup.native_adapter_selector = Some(Arc::new(|adapters, surface| {
            let fits = |adapter: &&wgpu::Adapter| {
                let shows = surface.is_none_or(|surface| adapter.is_surface_supported(surface));
                adapter.get_info().device_type == wgpu::DeviceType::Cpu && shows
            };
            adapters.iter().find(fits).cloned().ok_or_else(|| "there is no software adapter".to_string())
        }));
    }
    let usual = Arc::clone(&setup.device_descriptor);
    setup.device_descriptor = Arc::new(move |adapter| {
        let mut descriptor = usual(adapter);
        let limits = &mut descriptor.required_limits;
        // eframe asks for 8192 everywhere, and a computer that has less would get no window.
        limits.max_texture_dimension_2d = adapter.limits().max_texture_dimension_2d.min(8192);
        descriptor
    });
    setup
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_its_name() {
        for one in [Renderer::Auto, Renderer::Wgpu, Renderer::Software, Renderer::Glow] {
            assert_eq!(Renderer::named(one.name()), Some(one));
        }
        assert_eq!(Renderer::named("vulkan"), None);
    }

    #[test]
    fn three_are_tried_and_glow_last() {
        assert_eq!(Renderer::Auto.attempts(), [Renderer::Wgpu, Renderer::Software, Renderer::Glow]);
        assert_eq!(Renderer::Glow.attempts(), [Renderer::Glow]);
    }
}
